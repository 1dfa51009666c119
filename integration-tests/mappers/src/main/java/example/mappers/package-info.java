/**
 * Owns one small shop three times: over Hibernate, jOOQ and Spring's JdbcTemplate. Knows nothing of
 * the agent, as the applications that it is run under do not.
 */
@NullMarked
package example.mappers;

import org.jspecify.annotations.NullMarked;
