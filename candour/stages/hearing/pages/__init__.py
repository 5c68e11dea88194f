"""The screens of this stage, each module beside its template."""
