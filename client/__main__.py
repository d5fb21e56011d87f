"""The program `locarno`: reads the command line, does one thing, ends with one clear line if it cannot."""

from __future__ import annotations

import argparse
import sys
import traceback
from itertools import pairwise

from client import USUAL_PORT
from client.commands import author_line
from client.commands.line import Line
from client.commands.texts import Plain, language, words
from client.memory import Memory, config_directory
from engine.names import Lang


def parser(lang: Lang) -> argparse.ArgumentParser:
    """The command line in a language."""

    def say(key: str) -> str:
        return words(lang, key).replace("%", "%%")

    top = Line(lang, prog="locarno", description=say("about"))
    top.add_argument("--lang", choices=("en", "fr"), help=say("lang"))
    verbs = top.add_subparsers(dest="verb", metavar=say("line_command"))

    def verb(name: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, lang=lang, help=say(name), description=say(name))
        made.add_argument("--lang", choices=("en", "fr"), default=argparse.SUPPRESS, help=say("lang"))
        return made

    play = verb("play")
    play.add_argument("scenario", nargs="?", default="munich-1938", help=say("scenario"))
    play.add_argument("--as", dest="power", metavar="POWER", help=say("as"))
    play.add_argument("--seed", type=int, help=say("seed"))
    author_line.add_rehearsal(play, say)
    host = verb("host")
    host.add_argument("scenario", help=say("scenario"))
    host.add_argument("--seed", type=int, help=say("seed"))
    host.add_argument("--pace", choices=("untimed", "lesson", "double"), default="untimed", help=say("pace"))
    for serving, address in ((host, "0.0.0.0"), (verb("serve"), "0.0.0.0")):
        serving.add_argument("--bind", default=address, metavar="ADDR", help=say("bind"))
        serving.add_argument("--port", type=int, default=USUAL_PORT, help=say("port"))
        serving.add_argument("--data", metavar="FILE", help=say("data"))
    join = verb("join")
    join.add_argument("address", metavar="ADDRESS")
    join.add_argument("code", metavar="CODE", nargs="?", default="")
    join.add_argument("--name", default="", help=say("name"))
    join.add_argument("--token", default="", help=argparse.SUPPRESS)
    listing = verb("scenarios")
    listing.add_argument("--json", action="store_true", help=say("json"))
    replay = verb("replay")
    replay.add_argument("file", metavar="FILE", help=say("file"))
    replay.add_argument("--game", help=say("game"))
    replay.add_argument("--as", dest="power", metavar="POWER", help=say("as_viewer"))
    author_line.add(verb, say)
    return top


def run(given: list[str]) -> int:
    """Do what the command line says; the exit code."""
    wanted = next((b for a, b in pairwise(given) if a == "--lang"), None)
    asked = parser(language(wanted)).parse_args(given)
    lang = language(asked.lang or Memory().choice("lang"))
    match asked.verb:
        case None:
            from client.commands.play import start

            start(lang)
        case "play":
            if asked.turn or asked.tracks or asked.watch:
                author_line.rehearse(asked, lang)
            else:
                from client.commands.play import play

                play(asked.scenario, asked.power, asked.seed, lang)
        case "join":
            from client.commands.play import join

            join(asked.address, asked.code, asked.name, asked.token, lang)
        case "host" | "serve":
            from client.commands import serve

            author_line.within(lang, "--port", asked.port, 0, 65535)
            if asked.verb == "host":
                serve.host(asked.scenario, asked.bind, asked.port, asked.seed, asked.pace, asked.data, lang)
            else:
                serve.serve(asked.bind, asked.port, asked.data, lang)
        case "scenarios" | "replay":
            from client.commands import reports

            if asked.verb == "scenarios":
                reports.list_scenarios(asked.json, lang)
            else:
                reports.replay(asked.file, asked.game, asked.power, lang)
        case _:
            return author_line.run(asked, lang)
    return 0


def main() -> None:
    """The console script."""
    try:
        code = run(sys.argv[1:])
    except Plain as plain:
        print(plain.line, file=sys.stderr)
        code = plain.code
    except (KeyboardInterrupt, BrokenPipeError):
        code = 130
    except Exception:  # noqa: BLE001 - the last resort
        # Nobody who plays should see a traceback; whoever mends it needs one.
        report = config_directory() / "crash.txt"
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(traceback.format_exc(), encoding="utf-8")
        print(words(language(), "crashed", file=report), file=sys.stderr)
        code = 70
    sys.exit(code)


if __name__ == "__main__":
    main()
