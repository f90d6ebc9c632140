/** Contexts that close what they have made, threads with a pipe, timers, loops and pollers with handlers. */
package programs.loop;
