package io.zmq4j.bench.compare;

/**
 * How many messages, questions or round trips a run has.
 *
 * @param timed those that count
 * @param warmup those that go before
 */
record Counts(long timed, long warmup) {}
