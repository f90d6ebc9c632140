package io.zmq4j.cli.doctor;

/** Looks at one thing; never throws, and never waits for long. */
@FunctionalInterface
interface Check {
    Finding look();
}
