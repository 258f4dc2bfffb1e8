import baken.ledger.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='HoursLogged',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('hours', models.SmallIntegerField(verbose_name='uren')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'uren participatie gepresteerd',
            },
        ),
        migrations.CreateModel(
            name='PathAgreed',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('activity', baken.ledger.fields.CodeField(as_given=False, codelist='participation_activity', max_length=64, verbose_name='soort activiteit')),
                ('hours', models.SmallIntegerField(verbose_name='uren')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'participatietraject afgesproken',
            },
        ),
        migrations.CreateModel(
            name='PathCompleted',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('hours', models.SmallIntegerField(verbose_name='uren')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'participatietraject voltooid',
            },
        ),
        migrations.CreateModel(
            name='PathWaived',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('occurred_on', models.DateField(verbose_name='datum')),
                ('undated', models.BooleanField(blank=True, null=True, verbose_name='dag onbekend')),
                ('appended_in', models.BigIntegerField(verbose_name='geregistreerd in')),
                ('retracted_in', models.BigIntegerField(blank=True, null=True, verbose_name='ingetrokken in')),
                ('dossier', baken.ledger.fields.SubjectField(db_index=True, kind='dossier', verbose_name='dossier')),
                ('ground', baken.ledger.fields.CodeField(as_given=False, codelist='participation_waiver', max_length=64, verbose_name='grond')),
                ('office', models.ForeignKey(blank=True, db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='ledger.office', verbose_name='vestiging')),
            ],
            options={
                'verbose_name': 'vrijgesteld van participatietraject',
            },
        ),
    ]
