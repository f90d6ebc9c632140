/** Messages between two sockets that somebody else moves. */
package programs.proxy;
