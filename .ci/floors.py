"""Compares the scoreboard's figures with the floors in tests/floors.json: none may fall below its floor by more than 0.05.

    floors.py FIGURES            exit status 1 if one has fallen or is missing
    floors.py FIGURES --raise    lifts each floor to its figure; none is lowered
"""

import json
import pathlib
import sys

FLOORS = pathlib.Path(__file__).parent.parent / "tests" / "floors.json"
ROUNDING = 0.05


def main():
    figures = json.loads(pathlib.Path(sys.argv[1]).read_text())
    floors = json.loads(FLOORS.read_text())
    if "--raise" in sys.argv:
        floors = {row: max(figure, floors.get(row, 0)) for row, figure in figures.items()} | {
            row: floor for row, floor in floors.items() if row not in figures
        }
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    fallen = {row: floor for row, floor in floors.items() if figures.get(row, -1) < floor - ROUNDING}
    for row, floor in fallen.items():
        print(f"{row}: {figures.get(row, 'no figure')}, floor {floor}", file=sys.stderr)
    print(f"{len(floors) - len(fallen)} of {len(floors)} rows at or above their floor")
    return bool(fallen)


if __name__ == "__main__":
    sys.exit(main())
