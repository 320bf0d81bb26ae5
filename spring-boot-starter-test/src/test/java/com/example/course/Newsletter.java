package com.example.course;

import org.springframework.stereotype.Component;

/** Has nothing to do with what is sold. */
@Component
class Newsletter {}
