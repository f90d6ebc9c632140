/** What messages do between two and more sockets of each kind, over each transport. */
package programs.pattern;
