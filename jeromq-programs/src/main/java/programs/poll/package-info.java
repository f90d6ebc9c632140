/** Waiting for several sockets and channels at once. */
package programs.poll;
