"""Register, slips, periodic reports, statistics and their files.

Data flows one way: ``facts`` reads cases an officer may know of; ``domain.figures`` counts them; ``register``, ``slips`` and
``period_report`` make a ``Document`` or a ``Sheet`` of them; ``pdf``, ``docx_file``, ``xlsx_file`` and ``csv_file`` turn
that into bytes; ``writing`` puts the bytes into a new file. Nothing here writes to the store: that a report leaves is
noted by ``console.actions.reporting`` before it is made.
"""
