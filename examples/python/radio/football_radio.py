"""Football radio: broadcasts "COUNTRY EVENT" at random. Arguments: [endpoint] [milliseconds between].
The other half: football_fan.py, or FootballFan."""
import random
import signal
import sys
import time

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://*:5556"
pause = int(sys.argv[2]) / 1000 if len(sys.argv) > 2 else 0.1
countries = ["netherlands", "brazil", "germany", "portugal"]
events = ["yellow card", "red card", "goal", "corner", "foul"]

with zmq.Context() as context, context.socket(zmq.PUB) as pub:
    pub.bind(endpoint)
    while True:
        news = f"{random.choice(countries)} {random.choice(events)}"
        pub.send_string(news)
        print(news, flush=True)
        time.sleep(pause)
