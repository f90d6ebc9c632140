/** Keys, certificates and configurations, in memory and in files. */
package programs.cert;
