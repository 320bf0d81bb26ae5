/** A shop with JPA, whose handler writes in the transaction that marks its goods. */
@NullMarked
package com.example.enrolment;

import org.jspecify.annotations.NullMarked;
