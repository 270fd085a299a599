"""Precision and recall of every slot on the MUC-4 sets and on whole records, and false events per article, as tables in Markdown.

    slots.py BINARY EVAL        EVAL is the directory of the scorers, with the corpora beside it
"""

import json
import pathlib
import subprocess
import sys
import tempfile

SETS = ["dev", "tst1", "tst2"]


def extract(binary, docs, out):
    with open(out, "wb") as file:
        subprocess.run([binary, "extract", "--from", "jsonl", "--to", "jsonl", docs], stdout=file, check=True)


def score(*command):
    return json.loads(subprocess.run([sys.executable, *map(str, command)], stdout=subprocess.PIPE, check=True).stdout)


def rows(file):
    return [json.loads(line) for line in open(file, encoding="utf-8")]


def muc(binary, scorers, corpora, directory):
    """For each set its figures by slot, and how many incidents are told on articles whose key has none."""
    figures, false = {}, {}
    for name in SETS:
        docs, keys, out = corpora / f"{name}.docs.jsonl", corpora / f"{name}.keys.jsonl", directory / f"{name}.jsonl"
        extract(binary, docs, out)
        result = score(scorers / "muc4/score.py", out, keys, "--docs", docs, "--json")["muc"]
        parts = {"template": result["templates"]} | result["slots"]
        figures[name] = {slot: (part["P"], part["R"], part["F"]) for slot, part in parts.items()}
        empty = {row["id"] for row in rows(keys) if not row["templates"]}
        told = [sum(event["codes"]["muc4"] is not None for event in row["events"]) for row in rows(out) if row["id"] in empty]
        false[name] = (len(told), sum(told), sum(count > 0 for count in told))
    return figures, false


def main():
    binary, scorers = sys.argv[1], pathlib.Path(sys.argv[2])
    corpora = scorers.parent / "corpora"
    with tempfile.TemporaryDirectory() as directory:
        directory = pathlib.Path(directory)
        figures, false = muc(binary, scorers, corpora / "muc4", directory)
        out = directory / "records.jsonl"
        extract(binary, corpora / "records/dev.docs.jsonl", out)
        records = score(scorers / "records/score.py", corpora / "records/dev.gold.jsonl", out, "--json")["figures"]
    cell = lambda values: " | ".join(f"{value:.1f}" for value in values)
    print("| MUC-4 slot | " + " | ".join(f"{name} P | R | F1" for name in SETS) + " |\n|---" + "|---:" * 3 * len(SETS) + "|")
    for slot in figures[SETS[0]]:
        print(f"| {slot} | " + " | ".join(cell(figures[name][slot]) for name in SETS) + " |")
    print("\n| MUC-4 set | articles without incident | false incidents | per article | articles with one |\n|---|---:|---:|---:|---:|")
    for name, (articles, events, wrong) in false.items():
        print(f"| {name} | {articles} | {events} | {events / max(articles, 1):.2f} | {wrong} |")
    print("\n| records dev | P | R | F1 | right | predicted | gold |\n|---" + "|---:" * 6 + "|")
    for name, part in records.items():
        if isinstance(part, dict) and "precision" in part:
            values = cell(100 * part[key] for key in ("precision", "recall", "f1"))
            print(f"| {name} | {values} | {part['right']} | {part['predicted']} | {part['gold']} |")


if __name__ == "__main__":
    main()
