"""How forms look everywhere: `{{ form }}` gives our own fields, with hint and fault tied to their input."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Named in settings as FORM_RENDERER."""

    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
