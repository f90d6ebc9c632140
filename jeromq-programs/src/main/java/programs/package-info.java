/**
 * Programs written for JeroMQ, compiled against its jar. Each package shows an area of the API, each class with a {@code main} one
 * behaviour; a test runs the same class files on JeroMQ's jar and on module {@code jeromq}.
 */
package programs;
