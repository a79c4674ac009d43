"""The names a typed filter may use, in both languages whatever the window speaks: a kept filter means one thing."""

from console.domain.catalog import Catalog
from console.domain.queue_filter import Vocabulary
from console.ui.queue.header import FAMILY_NAMES, family_codes


def vocabulary_of(catalog: Catalog) -> Vocabulary:
    """Return the names of the province's kinds, tags, units and priorities; a priority stands for its rank («1»)."""
    families = {family: family_codes(family) for family in FAMILY_NAMES}
    priorities = catalog.priorities.values()
    return Vocabulary(
        {code: one.vi for code, one in catalog.categories.items()},
        {code: one.vi for code, one in catalog.tags.items()},
        {code: one.short_vi for code, one in catalog.units.items()},
        {str(one.rank): one.vi for one in priorities},
        {FAMILY_NAMES[family][0]: codes for family, codes in families.items()},
        Vocabulary(
            {code: one.en for code, one in catalog.categories.items()},
            {code: one.en for code, one in catalog.tags.items()},
            {code: one.name_en for code, one in catalog.units.items()},
            {str(one.rank): one.en for one in priorities},
            {FAMILY_NAMES[family][1]: codes for family, codes in families.items()},
        ),
    )
