"""Where the panes are: by logical width and height, at the edges of the design's table."""

import pytest

from console.ui.desk.layout import arrange


@pytest.mark.parametrize(
    ("size", "mini", "docked", "low", "rail_low"),
    [
        ((1920, 1000), False, True, False, False),
        ((1680, 1000), False, True, False, False),
        ((1679, 1000), True, True, False, False),
        ((1280, 667), True, True, False, True),
        ((1199, 800), True, False, False, False),
        ((1093, 557), True, False, True, True),
    ],
)
def test_the_table_of_widths(size, mini, docked, low, rail_low):
    found = arrange(*size)
    assert (found.rail_mini, found.inspector_docked, found.low, found.rail_low) == (
        mini,
        docked,
        low,
        rail_low,
    )
    assert found.queue == (320 if mini else 416)
