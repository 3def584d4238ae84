namespace SageMakerIam.Settings.Formats;

/// <summary>The ARN of a Lambda function.</summary>
/// <remarks>AWS Lambda API Reference, FunctionConfiguration, FunctionArn.</remarks>
internal sealed class FunctionArn : RegionalArnFormat
{
    /// <inheritdoc/>
    public override string Allowed => "the ARN of a function, 'arn:aws:lambda:REGION:ACCOUNT:function:NAME'";

    /// <inheritdoc/>
    public override string Pattern => $@"{AnyPartition}:lambda:{Region}:{Account}:function:[A-Za-z0-9_-]{{1,64}}";
}
