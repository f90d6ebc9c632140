package io.zmq4j.spring.listener;

import java.time.Duration;

/**
 * What all listeners of an application have in common.
 *
 * @param autoStartup whether they begin with the application
 * @param grace how long calls that are under way may go on when the application ends
 * @param deadLetters the socket for what a listener could not deal with and has no other socket for; empty for none
 * @param virtualThreads whether calls that may be several at once are made in virtual threads
 */
public record ListenerSettings(boolean autoStartup, Duration grace, String deadLetters, boolean virtualThreads) {}
