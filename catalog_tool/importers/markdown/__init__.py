"""How pages that people keep by hand are read.

From the text up: a document is made of lines, its blocks are those of Markdown, its sections have
a heading and blocks. A section of a partner has parts (description, contact, applications), which
are known by the words of their headings and by the shape of what stands in them. What is read
becomes findings: facts with their lines. An entry is put together from the findings.
"""
