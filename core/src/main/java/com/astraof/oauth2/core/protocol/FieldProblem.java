package com.astraof.oauth2.core.protocol;

/**
 * What is wrong with one field of a form or JSON body (contract 1.3).
 *
 * @param path keys and indexes joined with dots, {@code root} for the whole
 * @param message for people: what was wrong and what to do
 */
public record FieldProblem(String path, String message) {}
