# The package has no type information. Its functions are those of the standard library, but for
# is_normalized.
from unicodedata import bidirectional as bidirectional
from unicodedata import category as category
from unicodedata import combining as combining
from unicodedata import decimal as decimal
from unicodedata import decomposition as decomposition
from unicodedata import east_asian_width as east_asian_width
from unicodedata import lookup as lookup
from unicodedata import name as name
from unicodedata import normalize as normalize
from unicodedata import unidata_version as unidata_version
