"""What an error report may hold: where it happened, and nothing that anybody typed or had stored."""

from django.views.debug import SafeExceptionReporterFilter


class NothingPersonal(SafeExceptionReporterFilter):
    """Hides every form field and every local variable, where Django hides those that were marked.

    A report is mailed and kept by people who may not read a request for help. Lists of what to hide are
    never complete; file, line and kind of error are enough to find a fault.
    """

    def is_active(self, request):
        return True

    def get_post_parameters(self, request):
        if request is None:
            return {}
        return dict.fromkeys(request.POST, self.cleansed_substitute)

    def get_traceback_frame_variables(self, request, tb_frame):
        return [(name, self.cleansed_substitute) for name in tb_frame.f_locals]
