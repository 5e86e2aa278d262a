/**
 * Corkboard, a small third party's app that signs people in with Astral and shows every step.
 *
 * <p>It owns its sessions, its pages and the tokens that it was given. It knows of Astral only what
 * any outside developer knows: the public documentation, the server's metadata, and an OAuth
 * library that somebody else wrote.
 */
@NullMarked
package com.astraof.oauth2.demoapp;

import org.jspecify.annotations.NullMarked;
