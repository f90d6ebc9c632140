/** Contexts, and how sockets and threads begin and end with them. */
package programs.life;
