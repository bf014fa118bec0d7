"""The figures of an evaluation, for reading and for machines."""

from __future__ import annotations

from trucewatch.evaluation.scoring import ALL, ROWS, Scores

Figures = dict[str, dict[str, dict[str, float]]]


def _scopes(scores: Scores) -> list[str]:
    return [ALL, *sorted(name for name in scores.table if name != ALL)]


def as_table(scores: Scores) -> str:
    """Plain text: one row a field, three figures (P, R, F) a language."""
    scores.scope(ALL)
    scopes = _scopes(scores)
    head = f"{scores.reports} reports, {scores.gold_claims} gold claims, {scores.predicted_claims} predicted"
    lines = [head, f"{'':14}" + "".join(f"{name:>22}" for name in scopes) + "     (P / R / F)"]
    for row in ROWS:
        cells = (scores.table[name][row] for name in scopes)
        lines.append(f"{row:14}" + "".join(f"{c.precision:8.2f}{c.recall:7.2f}{c.f1:7.2f}" for c in cells))
    return "\n".join(lines)


def as_figures(scores: Scores) -> Figures:
    """`{scope: {row: {p, r, f, gold}}}`, rounded to four digits."""
    return {
        name: {
            row: {"p": round(c.precision, 4), "r": round(c.recall, 4), "f": round(c.f1, 4), "gold": c.gold}
            for row, c in counts.items()
        }
        for name, counts in scores.table.items()
    }
