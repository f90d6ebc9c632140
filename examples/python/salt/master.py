"""A small Salt, the master. On its standard input: "who", or "TARGET COMMAND", such as "all ping", "web-7 upper salt".
Arguments: [endpoint of commands] [endpoint of returns]. The other half: minion.py, or Minion."""
import signal
import sys
import time
from itertools import count

import zmq

signal.signal(signal.SIGTERM, lambda *_: sys.exit())
minions = set()
jobs = count(1)


def matches(name, target):
    return target in ("all", name) or name.startswith(target + "-")


def ask(commands, returns, target, command):
    job = f"job-{next(jobs)}"
    commands.send_multipart([f"{target}.".encode(), job.encode(), command.encode()])
    answers, answered = set(), set()
    silent = {name for name in minions if matches(name, target)}
    deadline = time.monotonic() + 2
    while silent and returns.poll(max(0, 1000 * (deadline - time.monotonic()))):
        name, *said = [frame.decode() for frame in returns.recv_multipart()]
        minions.add(name)
        if said[0] == job:
            answers.add(said[1])
            answered.add(name)
            silent.discard(name)
    return f"{len(answered)} answered {sorted(answers)}, {len(silent)} did not {sorted(silent)}".replace("'", "")


with zmq.Context() as context, context.socket(zmq.PUB) as commands, context.socket(zmq.ROUTER) as returns:
    commands.linger = returns.linger = 0
    returns.router_handover = 1  # a minion that restarted takes over its own name
    commands.bind(sys.argv[1] if len(sys.argv) > 1 else "tcp://*:4505")
    returns.bind(sys.argv[2] if len(sys.argv) > 2 else "tcp://*:4506")
    for line in map(str.strip, sys.stdin):
        while returns.poll(0):  # every minion says "here" now and then
            minions.add(returns.recv_multipart()[0].decode())
        target, _, command = line.partition(" ")
        if command:
            print(f"{line}: {ask(commands, returns, target, command)}", flush=True)
        else:
            print(len(minions), "minions", flush=True)
