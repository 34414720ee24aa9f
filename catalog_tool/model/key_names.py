"""Names that people use for the keys of an entry, in several languages.

The table is used in two ways: a key in a file or a label on a page can be a whole name (``e-mail
address``), and a label can contain one of the words (*Popular applications supported*).
"""

from __future__ import annotations

from typing import NamedTuple


class _Names(NamedTuple):
    words: str  # each means the key, alone or in a longer label
    names: str  # each means the key only on its own


_TABLE = {
    "name": _Names(
        "",
        "anbieter azienda business_name company company_name display_name empresa entreprise firma "
        "fournisseur full_name hersteller naam nom nombre nome organisation organisation_name "
        "organization organization_name organizzazione partner partner_name provider_name "
        "shop_name societe store_name supplier_name title unternehmen vendor vendor_name",
    ),
    "website": _Names(
        "homepage internetseite page site url web webpage webseite website websites www",
        "company_domain company_domain_name company_website domain_name home home_page "
        "link site_web sites_web sitio_web web_address web_page "
        "web_site website_url",
    ),
    "contact": _Names(
        "ansprechpartner contact contacto contacts contato email kontakt mail reach touch",
        "company_contact contact_address contact_details contact_info contact_information "
        "contact_link contact_page contact_url contact_us e_mail email_address support "
        "support_contact",
    ),
    "description": _Names(
        "about beschreibung descricao descripcion description descriptions intro introduction "
        "omschrijving overview profile summary",
        "body content desc descr details info infos product text",
    ),
    "applications": _Names(
        "anwendungen aplicaciones app application applications apps connector connectors "
        "integration integrations software system systems target targets toepassingen",
        "application_list applications_supported apps_supported "
        "connected_applications popular_applications popular_applications_supported "
        "supported_applications supported_apps target_applications target_systems",
    ),
    "applications_note": _Names("", "app_note applications_comment note notes remark"),
    "applications_url": _Names(
        "",
        "app_catalog applications_catalog applications_link applications_page catalog catalog_url "
        "full_list more_applications",
    ),
    "links": _Names(
        "docs documentation link links marketplace marketplaces reading reference references "
        "resource resources",
        "further_links more_links urls",
    ),
    "former_names": _Names(
        "formerly", "former_name previous_name previous_names previously formerly_known_as fka"
    ),
    "products": _Names("", "product_name product_names"),
    "summary": _Names("", "short_description tagline"),
    "tested_on": _Names(
        "",
        "attested attested_on compatibility_tested date last_tested test_date tested tested_at "
        "tested_date",
    ),
    "tested_by": _Names("", "how_tested test test_method tested_how tests"),
    "maintainers": _Names(
        "maintainer maintainers", "author authors github github_login github_users owner owners"
    ),
}
_LINK_TABLE = {
    "label": "anchor caption display heading link_text name text title",
    "url": "address href link page src target uri web web_page webpage website www",
}
_DEFINITION_TABLE = {
    "label": "caption display_name name title",
    "help": "desc description explanation hint",
    "aliases": "aka alias also_known_as alternative_names other_names synonyms",
    "type": "data_type",
    "multiple": "is_list repeatable",
    "values": "allowed_values choices enum options",
    "required": "compulsory is_required mandatory",
    "show": "shown shown_in",
}
KEY_OF_WORD = {word: key for key, row in _TABLE.items() for word in row.words.split()}
"""The key that a word means, alone or in a longer label."""

KEY_OF_NAME = (
    KEY_OF_WORD
    | {name: key for key, row in _TABLE.items() for name in row.names.split()}
    | {key: key for key in _TABLE}
)
"""The key that a whole name means, in lowercase with ``_`` between words."""

LINK_KEY_OF_NAME = {key: key for key in _LINK_TABLE} | {
    name: key for key, names in _LINK_TABLE.items() for name in names.split()
}
"""The key of a link that a whole name means."""

DEFINITION_KEY_OF_NAME = {
    name: key for key, names in _DEFINITION_TABLE.items() for name in names.split()
}
"""The key that a whole name means in the definition of a field or of an application."""

UNCERTAIN_NAMES = frozenset(
    "author authors content date details github github_login github_users info owner owners "
    "product support test tests text".split()
)
"""Names that often mean something else than their key, so only a person can decide."""
