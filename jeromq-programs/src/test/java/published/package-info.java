/**
 * Programs that others have published, as they are in Maven's repository, on our jar in place of JeroMQ's: a Jupyter kernel, a bridge from
 * Python to Java, a JMS provider, Spring Integration, Log4j, the event bus of Selenium Grid. Each run is a process; what this package has is the little that such a library wants of its user.
 */
package published;
