/**
 * The verb {@code dashboard}: what is seen of one or many processes, in a browser. A {@link io.zmq4j.dashboard.Board} looks at all of
 * them once a second and remembers; a {@link io.zmq4j.dashboard.DashboardServer} gives what it knows to pages as JSON, and to open
 * pages without being asked. The page itself lies in the resources: modules of JavaScript without a build.
 *
 * <p>Imports {@code view}, the public API of zmq4j, Jackson, picocli and the JDK's HTTP server. The board's ticks are one thread's;
 * each process is looked at by a thread of its own at a time, as it may be slow; each open page has a thread that writes to it; the
 * server's threads read what the last tick left.
 */
@NullMarked
package io.zmq4j.dashboard;

import org.jspecify.annotations.NullMarked;
