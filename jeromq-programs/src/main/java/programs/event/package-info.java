/** What is told of a socket's endpoints and connections. */
package programs.event;
