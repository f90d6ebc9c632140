"""Starts a server of PyJavaZ, whose command the arguments are, and calls into its JVM as Pycro-Manager does."""

import json
import subprocess
import sys

import zmq

PATIENCE = 20
PATIENCE_MS = 1000 * PATIENCE


def receive(socket):
    """A message: JSON, and for each array of bytes in it its mark and its bytes."""
    assert socket.poll(PATIENCE_MS), f"nothing within {PATIENCE} s"
    frames = socket.recv_multipart()
    message = json.loads(frames[0].decode("iso-8859-1"))
    return message, dict(zip(frames[1::2], frames[2::2]))


def ask(socket, command, **arguments):
    socket.send(json.dumps({"command": command, **arguments}).encode("iso-8859-1"))
    return receive(socket)


def call(socket, target, name, types=(), values=(), static=False):
    """Runs a method; gives what it returns and the arrays of bytes that came with it."""
    return ask(
        socket,
        "run-method",
        static=static,
        **target,
        **{"name": name, "argument-types": list(types), "argument-deserialization-types": list(types), "arguments": list(values)},
    )


def converse(socket):
    hello, _ = ask(socket, "connect", debug=False)
    assert hello["version"] == "5.1.0", hello

    constructors, _ = ask(socket, "get-constructors", classpath="java.util.ArrayList")
    assert constructors["api"], constructors

    made, _ = ask(
        socket,
        "constructor",
        **{"classpath": "java.util.ArrayList", "argument-types": [], "argument-deserialization-types": [], "arguments": [], "new-port": False},
    )
    numbers = {"hash-code": made["hash-code"]}
    assert made["class"] == "java.util.ArrayList", made
    for i in range(100):
        call(socket, numbers, "add", ["java.lang.Object"], [f"number {i}"])
    size, _ = call(socket, numbers, "size")
    assert size["value"] == 100, size
    one, _ = call(socket, numbers, "get", ["int"], [7])
    assert one["value"] == "number 7", one

    refused, _ = call(socket, numbers, "noSuchMethod")
    assert refused["type"] == "exception", refused

    bridge, _ = ask(socket, "get-class", **{"classpath": "published.Bridge", "new-port": False})
    image, arrays = call(socket, {"hash-code": bridge["hash-code"]}, "image", ["int"], [3_000_000], static=True)
    assert image["type"] == "byte-array", image
    assert list(arrays.values()) == [bytes(i % 256 for i in range(3_000_000))]

    gone, _ = ask(socket, "destructor", **numbers)
    assert gone["type"] == "none", gone


def pipe(context, port):
    """What this end pushes comes back doubled."""
    push = context.socket(zmq.PUSH)
    push.bind(f"tcp://127.0.0.1:{port + 2}")
    pull = context.socket(zmq.PULL)
    pull.connect(f"tcp://127.0.0.1:{port + 1}")
    for i in range(1000):
        push.send(json.dumps({"number": i}).encode("iso-8859-1"))
    for i in range(1000):
        message, _ = receive(pull)
        assert message["number"] == 2 * i, message


def main(command):
    context = zmq.Context()
    context.linger = 0
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        port = int(server.stdout.readline())
        socket = context.socket(zmq.REQ)
        socket.connect(f"tcp://127.0.0.1:{port}")
        converse(socket)
        pipe(context, port)
        server.stdin.close()
        assert server.wait(timeout=PATIENCE) == 0, server.returncode
    finally:
        server.kill()
        context.destroy(0)
    print("ok")


main(sys.argv[1:])
