/**
 * Who may do what: bearer tokens become roles, and a handler says which role it asks for. Stateless: no session, no
 * login form, no password.
 */
@NullMarked
package io.shiporskip.edge.access;

import org.jspecify.annotations.NullMarked;
