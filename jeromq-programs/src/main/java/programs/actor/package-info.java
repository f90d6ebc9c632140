/** Stars, actors and proxies: threads that are told what to do by callbacks and by messages. */
package programs.actor;
