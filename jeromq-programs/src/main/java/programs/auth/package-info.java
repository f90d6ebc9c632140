/** Who is let in, and as whom. */
package programs.auth;
