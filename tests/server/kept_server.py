"""A server in a process of its own, to be killed: `python -m tests.server.kept_server FILE [LARGEST]`.

The first time it opens a game of the small world and prints its token and code, each time its port. LARGEST bounds the size
of every file that it writes, as a full disk would.
"""

from __future__ import annotations

import asyncio
import json
import resource
import signal
import sys
from pathlib import Path

from server.serving import Serving
from tests.client.smallworld import scenario
from tests.server.tables import EASY, reread


async def main(file: Path) -> None:
    """Serve until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    serving = Serving(file, EASY, reread)
    await serving.open("127.0.0.1", 0)
    said: dict[str, object] = {"port": serving.port}
    if not await serving.journal.games():
        hosted = await serving.hall.host(scenario(), seed=1)
        said |= {"game": hosted.game, "code": hosted.code, "token": hosted.token}
    print(json.dumps(said), flush=True)
    await stop.wait()
    await serving.close()


if __name__ == "__main__":
    if len(sys.argv) > 2:
        # Python ignores SIGXFSZ, so that a write beyond the limit fails as an error of the system.
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    asyncio.run(main(Path(sys.argv[1])))
