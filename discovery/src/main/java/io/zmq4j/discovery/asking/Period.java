package io.zmq4j.discovery.asking;

import java.time.Duration;

/**
 * How often to ask.
 *
 * @param isFixed whether whatever the answers say; else for answers that do not say how long they are good
 */
public record Period(Duration length, boolean isFixed) {}
