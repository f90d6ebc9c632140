/** What options are when nobody has set them, and what they do. */
package programs.option;
