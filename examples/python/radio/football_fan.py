"""A listener to the football radio: several subscriptions on one socket. Arguments: [endpoint] [country ...].
The other half: football_radio.py, or FootballRadio."""
import signal
import sys

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:5556"
countries = sys.argv[2:] or ["netherlands", "germany"]

with zmq.Context() as context, context.socket(zmq.SUB) as sub:
    for country in countries:
        sub.subscribe(country)
    sub.connect(endpoint)
    while True:
        print(sub.recv_string(), flush=True)
