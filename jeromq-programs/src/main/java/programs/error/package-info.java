/** What a program is told when something cannot be done, and by which code. */
package programs.error;
