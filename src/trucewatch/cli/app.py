"""The commands of `trucewatch`. Each one hands its options to a use case and shows what comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import Lang, MinScore, Out, Paths, Published, Samples, Theatres, Workers

app = typer.Typer(
    name="trucewatch",
    help="Attributed claims from reports about ceasefires: who says that who did what to whom, when and where.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
packs_app = typer.Typer(help="The packs: languages, the world, theatres.", no_args_is_help=True)
app.add_typer(packs_app, name="packs")


def _show_version(wanted: bool) -> None:
    if wanted:
        from trucewatch import __version__

        typer.echo(f"trucewatch {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop."),
    ] = False,
) -> None:
    """Options that stand before a command."""


@app.command("code")
def code_command(
    paths: Paths = None,
    *,
    samples: Samples = False,
    published: Published = None,
    lang: Lang = None,
    theatre: Theatres = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="table|json|jsonl|html", help="Default: by the ending of --out, else table."
        ),
    ] = None,
    out: Out = None,
    workers: Workers = None,
    min_score: MinScore = 0.0,
) -> None:
    """Code reports: print or write the claims made in them."""
    from trucewatch.cli.coding import run_code
    from trucewatch.service import CodeRequest

    request = CodeRequest(
        paths=tuple(paths or ()),
        samples=samples,
        published=published,
        lang=lang,
        theatres=tuple(theatre or ()),
        workers=workers,
        min_score=min_score,
    )
    run_code(request, format_=format_, out=out)


@app.command("explain")
def explain_command(
    paths: Paths = None,
    *,
    samples: Samples = False,
    claim: Annotated[
        int | None, typer.Option("--claim", metavar="N", help="Only the Nth claim of each report.")
    ] = None,
    published: Published = None,
    lang: Lang = None,
    theatre: Theatres = None,
) -> None:
    """Show the words, the rule and the pack row behind each field."""
    from trucewatch.cli.explaining import run_explain
    from trucewatch.service import CodeRequest

    request = CodeRequest(
        paths=tuple(paths or ()),
        samples=samples,
        published=published,
        lang=lang,
        theatres=tuple(theatre or ()),
        workers=1,
    )
    run_explain(request, claim=claim)


@app.command("evaluate")
def evaluate_command(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Gold reports with claims, one JSON object a line.")
    ],
    *,
    lang: Lang = None,
    theatre: Theatres = None,
    workers: Workers = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    errors: Annotated[
        int, typer.Option("--errors", metavar="N", help="Also list the first N missed or spurious claims.")
    ] = 0,
    floor: Annotated[
        list[str] | None,
        typer.Option(
            "--floor", metavar="ROW=F", help="Exit with 1 when the F of a row is below; may be repeated."
        ),
    ] = None,
) -> None:
    """Hold coded claims against gold claims."""
    from trucewatch.cli.evaluating import Shown, run_evaluate

    shown = Shown(as_json=as_json, errors=errors, floors=tuple(floor or ()))
    run_evaluate(gold, lang=lang, theatres=tuple(theatre or ()), workers=workers, shown=shown)


@app.command("schema")
def schema_command(*, out: Out = None) -> None:
    """The JSON Schema of a coded report."""
    from trucewatch.cli.output import reporting
    from trucewatch.service import schema, write_schema

    with reporting():
        if out is None:
            typer.echo(schema(), nl=False)
        else:
            write_schema(out)


@packs_app.command("list")
def packs_list_command() -> None:
    """The bundled packs."""
    from trucewatch.cli.packs import run_list

    run_list()


@packs_app.command("show")
def packs_show_command(
    name: Annotated[str, typer.Argument(metavar="NAME|FOLDER", help="A bundled pack or a folder.")],
) -> None:
    """What is in one pack."""
    from trucewatch.cli.packs import run_show

    run_show(name)


@packs_app.command("check")
def packs_check_command(
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME|FOLDER", help="A pack; default: all bundled ones.", show_default=False),
    ] = None,
) -> None:
    """Check every row of a pack and code its own examples."""
    from trucewatch.cli.packs import run_check

    run_check(name)


@packs_app.command("new")
def packs_new_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Lower-case letters, digits, hyphens.")],
    *,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="The title that packs list shows.")
    ] = None,
    sides: Annotated[
        str | None, typer.Option("--sides", metavar="A,B", help="Codes of the parties of the truce.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FOLDER", help="The pack's folder; default: ./NAME.")
    ] = None,
) -> None:
    """Make a new theatre pack with empty tables and an example row in each."""
    from trucewatch.cli.packs import run_new

    run_new(name, title=title, sides=sides, out=out)
