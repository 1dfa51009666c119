/**
 * What differs by name alone is taken from the endpoints of jakarta's packages when this is built;
 * here stands only what Jetty has otherwise.
 */
package example.sockets;
