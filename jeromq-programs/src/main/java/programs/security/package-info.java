/** Who may connect, and what is secret. */
package programs.security;
