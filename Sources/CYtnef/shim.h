#ifndef ISCM_CYTNEF_H
#define ISCM_CYTNEF_H

// libytnef, whose tags of properties are macros, which Swift cannot see.

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ytnef.h>

/// A property of an attachment (MS-OXTNEF, section 2.1.3.4): its first value; no bytes where there is none.
struct iscm_tnef_value {
  const unsigned char *bytes;
  size_t count;
};

static inline struct iscm_tnef_value iscm_tnef_property(const Attachment *attachment, unsigned id) {
  struct iscm_tnef_value value = {NULL, 0};
  for (unsigned i = 0; i < attachment->MAPI.count; i++) {
    const MAPIProperty *property = &attachment->MAPI.properties[i];
    if (property->custom || PROP_ID(property->id) != id || property->count == 0 || property->data == NULL) continue;
    const variableLength *first = property->data;
    if (first->data == NULL || first->size <= 0) continue;
    value.bytes = first->data;
    // The library makes UTF-8 of UTF-16, ends it with a zero, and leaves the size of the UTF-16.
    value.count = PROP_TYPE(property->id) == PT_UNICODE ? strlen((const char *)first->data) : (size_t)first->size;
    break;
  }
  return value;
}

#endif
