"""The partner catalog: one YAML file a partner, checked, and published as Markdown and a site."""
