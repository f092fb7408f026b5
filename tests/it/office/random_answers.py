"""Draws random answers for a template and computes, from the questionnaire's files, what `Overzicht` should show."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "independent"))

from questionnaire import Row, load_questionnaire  # noqa: E402
from scoring import answer_score  # noqa: E402
from workbooks import MISSING, NOT_APPLICABLE, UNKNOWN  # noqa: E402

WORDS = {UNKNOWN: "Weet ik niet", NOT_APPLICABLE: "Niet van toepassing"}


def typed(number: float) -> str:
    return f"{number:g}".replace(".", ",")


def draw(row: Row, labels: list[str], rng: random.Random) -> tuple[Any, dict[str, str]]:
    """An answer in the form for scoring.py, and as a person enters it."""
    state = rng.choices(["answered", MISSING, UNKNOWN, NOT_APPLICABLE], [70, 10, 10, 10])[0]
    if state == MISSING:
        # Half a pair is not an answer either.
        half = row.kind in ("share", "capacity") and rng.random() < 0.5
        return MISSING, {rng.choice(["Teller", "Noemer"]): "3"} if half else {}
    if state in WORDS:
        return state, {"Antwoord": WORDS[state]}
    match row.kind:
        case "level":
            level = rng.randrange(5)
            return level, {"Antwoord": labels[level]}
        case "yes_no":
            answer = rng.choice(["Ja", "Deels", "Nee"])
            return answer.lower(), {"Antwoord": answer}
        case "count":
            number = min(rng.randrange(0, 300) / 8, row.largest)
            return number, {"Antwoord": typed(number)}
    if row.kind == "share":
        whole = min(rng.randrange(1, 40) / 2, row.largest)
        part = rng.randrange(0, int(whole * 2) + 1) / 2
    else:
        # More may be available than is needed, and than is asked about.
        whole = min(rng.randrange(0, 12) / 2, row.largest)
        part = rng.randrange(0, 14) / 2
    return (part, whole), {"Teller": typed(part), "Noemer": typed(whole)}


def main() -> None:
    job = json.load(sys.stdin)
    rng = random.Random(job["seed"])
    questionnaire = load_questionnaire(Path(job["questionnaire"]))
    settings = questionnaire.settings
    labels = [f"{level['value']} – {level['label']}" for level in settings["level"]]
    rows = [row for row in questionnaire.rows if row.role == job["role"]]
    drawn = {row.id: draw(row, labels, rng) for row in rows}
    overview = []
    for step in settings["step"]:
        own = [row for row in rows if row.step == step["number"]]
        if not own:
            continue
        answers = {row.id: drawn[row.id][0] for row in own}
        scores = {row: answer_score(row, answers[row.id]) for row in own}
        scored = {row: score for row, score in scores.items() if not isinstance(score, str)}
        weight = sum(row.weight for row in scored)
        done = sum(answer != MISSING for answer in answers.values())
        unknown = sum(answer == UNKNOWN for answer in answers.values())
        score = sum(row.weight * score for row, score in scored.items()) / weight if scored else ""
        title = f"{step['number']} {step.get('short', step['name'])}"
        overview.append([title, len(own), done, len(own) - done, unknown, score])
    total = [sum(row[column] for row in overview) for column in range(1, 5)]
    overview.append(["Samen", *total, ""])
    entries = {row_id: entry for row_id, (_, entry) in drawn.items() if entry}
    json.dump({"answers": entries, "overview": overview}, sys.stdout)


if __name__ == "__main__":
    main()
