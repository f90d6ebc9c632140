"""Starts a kernel by jupyter_client, over the transport of the first argument, and asks it everything a notebook does.

The other arguments are the command of the kernel, without the file with its connection.
"""

import os
import sys
import tempfile
import time
from queue import Empty

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager

PATIENCE = 20


def write_spec(directory, command):
    import json

    os.mkdir(os.path.join(directory, "shouting"))
    with open(os.path.join(directory, "shouting", "kernel.json"), "w") as spec:
        json.dump(
            {
                "argv": command + ["{connection_file}"],
                "display_name": "shouting",
                "language": "shouting",
                "interrupt_mode": "message",
            },
            spec,
        )


def published(client, request, until):
    """What the kernel publishes about a request, up to a message that is asked for."""
    deadline = time.monotonic() + PATIENCE
    seen = []
    while time.monotonic() < deadline:
        try:
            message = client.get_iopub_msg(timeout=1)
        except Empty:
            continue
        if message["parent_header"].get("msg_id") == request:
            seen.append((message["msg_type"], message["content"]))
            if until(*seen[-1]):
                return seen
    raise AssertionError(f"not published within {PATIENCE} s, only {seen}")


def idle(kind, content):
    return kind == "status" and content["execution_state"] == "idle"


def reply(client, channel, request):
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        message = getattr(client, f"get_{channel}_msg")(timeout=PATIENCE)
        if message["parent_header"].get("msg_id") == request:
            return message["content"]
    raise AssertionError(f"no reply within {PATIENCE} s")


def content(seen, kind):
    return [each for what, each in seen if what == kind]


def converse(manager, client):
    client.wait_for_ready(timeout=PATIENCE)

    request = client.execute("shout hello")
    assert reply(client, "shell", request)["status"] == "ok"
    (result,) = content(published(client, request, idle), "execute_result")
    assert result["data"]["text/plain"] == "HELLO", result

    request = client.execute("print " + "x" * 100_000)
    assert reply(client, "shell", request)["status"] == "ok"
    streams = content(published(client, request, idle), "stream")
    # On stderr may be what a log says meanwhile, such as that a heartbeat's asker was gone before the answer.
    text = "".join(each["text"] for each in streams if each["name"] == "stdout")
    assert text.strip() == "x" * 100_000, len(text)

    request = client.execute("fail")
    assert reply(client, "shell", request)["status"] == "error"
    assert content(published(client, request, idle), "error")

    completion = reply(client, "shell", client.complete("pri", 3))
    assert completion["matches"] == ["print"], completion
    assert reply(client, "shell", client.is_complete("a..."))["status"] == "unknown"
    assert reply(client, "shell", client.inspect("shout", 2))["found"]

    request = client.execute("wait")
    published(client, request, lambda kind, what: kind == "stream" and "waiting" in what["text"])
    manager.interrupt_kernel()
    assert reply(client, "shell", request)["status"] == "error"
    published(client, request, idle)

    request = client.execute("shout again")
    assert reply(client, "shell", request)["status"] == "ok"
    (result,) = content(published(client, request, idle), "execute_result")
    assert result["data"]["text/plain"] == "AGAIN", result

    deadline = time.monotonic() + PATIENCE
    while not client.hb_channel.is_beating():
        assert time.monotonic() < deadline, "no heartbeat"
        time.sleep(0.05)


def main(transport, command):
    with tempfile.TemporaryDirectory() as directory:
        write_spec(directory, command)
        manager = KernelManager(
            kernel_name="shouting",
            kernel_spec_manager=KernelSpecManager(kernel_dirs=[directory]),
            transport=transport,
            connection_file=os.path.join(directory, "connection.json"),
        )
        manager.shutdown_wait_time = PATIENCE
        if transport == "ipc":
            # JJava puts a colon before the number of a channel, as with tcp; Jupyter puts a hyphen.
            for number in range(1, 6):
                os.symlink(f"{manager.ip}:{number}", f"{manager.ip}-{number}")
            manager.shell_port, manager.iopub_port, manager.stdin_port, manager.hb_port, manager.control_port = range(1, 6)
        manager.start_kernel()
        process = manager.provisioner.process
        try:
            client = manager.blocking_client()
            client.start_channels()
            converse(manager, client)
            client.shutdown()
            assert process.wait(timeout=PATIENCE) == 0, process.returncode
            client.stop_channels()
        finally:
            process.kill()
            manager.cleanup_resources()
    print("ok")


main(sys.argv[1], sys.argv[2:])
