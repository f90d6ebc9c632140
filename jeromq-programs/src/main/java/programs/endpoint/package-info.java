/** Endpoints: what they are called, and when they begin and end. */
package programs.endpoint;
