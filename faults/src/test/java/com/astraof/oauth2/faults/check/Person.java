package com.astraof.oauth2.faults.check;

import java.util.List;

/**
 * All that was done by one user.
 *
 * @param events in the order in which they were sent
 */
record Person(String name, List<Event> events) {}
