/**
 * Sides of conversations, written for JeroMQ and compiled against its jar, which a test plays on either jar with another implementation at the
 * other end.
 */
package peers;
