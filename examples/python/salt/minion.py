"""A small Salt, minions: NAME-FIRST to NAME-LAST in one process, a thread each.
Arguments: [endpoint of commands] [endpoint of returns] [name] [first] [last]. The other half: master.py, or Master."""
import os
import signal
import sys
import threading

import zmq

signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
commands_endpoint = sys.argv[1] if len(sys.argv) > 1 else "tcp://localhost:4505"
returns_endpoint = sys.argv[2] if len(sys.argv) > 2 else "tcp://localhost:4506"
group = sys.argv[3] if len(sys.argv) > 3 else "web"
first = int(sys.argv[4]) if len(sys.argv) > 4 else 1
last = int(sys.argv[5]) if len(sys.argv) > 5 else first


def run(command):
    word, _, rest = command.partition(" ")
    return {"ping": "pong", "upper": rest.strip().upper()}.get(word, f"unknown command {word}")


def serve(name):
    with context.socket(zmq.SUB) as commands, context.socket(zmq.DEALER) as returns:
        returns.routing_id = name.encode()
        returns.connect(returns_endpoint)
        for target in ("all", group, name):
            commands.subscribe(f"{target}.")
        commands.connect(commands_endpoint)
        while True:
            try:
                returns.send(b"here", zmq.DONTWAIT)  # now and then, for a master that has just (re)started
            except zmq.Again:
                pass
            if commands.poll(500):
                _, job, command = commands.recv_multipart()
                returns.send_multipart([job, run(command.decode()).encode()])


with zmq.Context() as context:
    print(f"{group}-{first} to {group}-{last}", flush=True)
    for number in range(first + 1, last + 1):
        threading.Thread(target=serve, args=[f"{group}-{number}"], daemon=True).start()
    serve(f"{group}-{first}")
